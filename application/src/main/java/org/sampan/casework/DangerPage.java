package org.sampan.casework;

import java.util.UUID;
import org.sampan.web.Screen;

/// The first step of every case: is she in danger now, and what to do first. It never waits for the
/// rest.
///
/// @param id the case about to be opened
/// @param screening the interview it is opened from, or an empty text
/// @param danger what the interview said about it, or an empty text
record DangerPage(UUID id, String screening, String danger) implements Screen {}
