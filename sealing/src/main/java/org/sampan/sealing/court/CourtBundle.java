package org.sampan.sealing.court;

import java.util.List;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.log.ConsistencyProof;
import org.sampan.sealing.log.InclusionProof;

/// The proof of one case, as one node hands it out. Nothing of it is checked yet.
///
/// @param node whose log it is
/// @param lists signed trust lists, as accepted, versions rising
/// @param checkpoint the log's signed note, with cosignatures
/// @param letters by thread, and within a thread by number
/// @param erased letters whose content was erased with the person
/// @param heads of this log that its node told others, each with the proof that the log continued
///   it
public record CourtBundle(
    NodeId node,
    List<String> lists,
    String checkpoint,
    List<Exhibit> letters,
    List<Erased> erased,
    List<Told> heads) {

  /// The longest bundle read, in characters.
  public static final int MOST = 64 * 1024 * 1024;

  public CourtBundle {
    lists = List.copyOf(lists);
    letters = List.copyOf(letters);
    erased = List.copyOf(erased);
    heads = List.copyOf(heads);
  }

  /// A bundle in which nothing was erased.
  public CourtBundle(
      NodeId node, List<String> lists, String checkpoint, List<Exhibit> letters, List<Told> heads) {
    this(node, lists, checkpoint, letters, List.of(), heads);
  }

  /// One letter and what became of it.
  ///
  /// @param inner the sender's signed text
  /// @param sealed the digest of the bytes that travelled, as receipts name it
  /// @param receipts the addressee's signed words, in the order R1, R2, R3, as far as they came
  /// @param entries of the log about it
  public record Exhibit(String inner, Digest sealed, List<String> receipts, List<Logged> entries) {
    public Exhibit {
      receipts = List.copyOf(receipts);
      entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
      return "Exhibit[" + sealed + "]";
    }
  }

  /// A letter that cannot be shown any more: its person was erased. Receipts, the log and the
  /// letter after it still prove that it was, and which.
  ///
  /// @param place where it stood, in its node's own words
  /// @param of what receipts name it by
  public record Erased(
      Place place, Receipt.Subject of, List<String> receipts, List<Logged> entries) {
    public Erased {
      receipts = List.copyOf(receipts);
      entries = List.copyOf(entries);
    }
  }

  /// The thread and the number of a letter.
  ///
  /// @param number from 1
  public record Place(NodeId from, NodeId to, Letter.CaseId caseId, long number) {}

  /// An entry of the log: salt and canonical text, and its place.
  ///
  /// @param content 16 bytes of salt, then the entry; shared, not copied
  public record Logged(byte[] content, InclusionProof path) {
    @Override
    public String toString() {
      return "Logged[" + path.index() + "]";
    }
  }

  /// A head told to others, and that the checkpoint continues it.
  public record Told(LogHead head, ConsistencyProof path) {}

  /// The file, in its one form: [BundleForm].
  public String write() {
    return BundleForm.write(this);
  }

  /// Reads [#write()].
  ///
  /// @throws IllegalArgumentException on any other text, with a constant message
  public static CourtBundle read(String text) {
    return BundleForm.read(text);
  }
}
