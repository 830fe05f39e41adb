package org.sampan.consents;

import java.util.UUID;

/// A person this node knows, by the identifier her key in the vault has.
public record PersonId(UUID value) {}
