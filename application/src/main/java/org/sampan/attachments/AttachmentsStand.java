package org.sampan.attachments;

import java.util.UUID;

/// What was announced beside this message is here and checked, or will never be: the message need
/// not wait any longer.
public record AttachmentsStand(String sender, UUID message) {}
