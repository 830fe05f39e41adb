package org.sampan.accounts;

import org.sampan.web.Screen;

/// The sign-in page.
///
/// @param refused whether the last try was refused
/// @param left whether she has just signed out
record SignInPage(boolean refused, boolean left) implements Screen {}
