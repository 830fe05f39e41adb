package org.sampan.web;

/// A request that could not be taken, with what to do now: an expired form, an unreadable request.
///
/// @param status the HTTP status, 400 to 499
/// @param words the key of the sentence that says what to do
public record RefusedPage(int status, String words) implements Screen {}
