/// Large things beside a letter, sealed in chunks that can be opened one by one.
///
/// A *parcel* is a file sealed under a key of its own, which travels in the signed letter; its
/// *sealed* bytes may lie anywhere and cross in any pieces. The form is C2SP chunked-encryption
/// (<https://c2sp.org/chunked-encryption>, version 1) with AES-256-GCM and SHA-256: 24 bytes of
/// salt, 32 bytes that commit to the key, then chunks of 16 KiB, the last always shorter, each
/// under a nonce of its own. So a parcel costs 56 bytes and 0.1 %, nothing of it can be cut off,
/// added, exchanged or turned round unnoticed, and any part opens without what stands before it.
///
/// Rules: memory for one chunk, whatever the size; nothing is handed out before it is proved; a key
/// seals one parcel only. Start at [org.sampan.sealing.parcel.Packing] and
/// [org.sampan.sealing.parcel.Unpacking].
@NullMarked
package org.sampan.sealing.parcel;

import org.jspecify.annotations.NullMarked;
