package org.sampan.accounts;

import java.util.List;
import org.sampan.web.Screen;

/// Her start page: what waits for her, and where she can go.
///
/// @param name how colleagues know her
/// @param waiting what waits, most pressing first
record StartPage(String name, List<Waiting.Notice> waiting) implements Screen {}
