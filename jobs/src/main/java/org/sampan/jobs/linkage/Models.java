package org.sampan.jobs.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.places.Gazetteer;
import org.sampan.linkage.record.RecordStore;

/// Where a model comes from: a file, or a proposal for the records at hand.
final class Models {

  private static final int SAMPLE = 2000;

  private Models() {}

  /// What the wizard proposes after a look at records from everywhere in the store.
  static Model proposed(RecordStore store) {
    return ModelWizard.propose(store.columns(), sample(store));
  }

  /// The same with its places on a map.
  static Model placed(Model model, Path gazetteer) {
    try {
      return model.on(Gazetteer.parse(Files.readString(gazetteer)));
    } catch (IOException unreadable) {
      throw new OperatorRefusal("There is no gazetteer " + gazetteer + " to read.");
    }
  }

  private static List<List<String>> sample(RecordStore store) {
    List<List<String>> rows = new ArrayList<>();
    int step = Math.max(1, store.size() / SAMPLE);
    for (int record = 0; record < store.size(); record += step) {
      rows.add(store.values(record));
    }
    return rows;
  }

  /// The model in a file.
  static Model read(Path file) {
    try {
      return Model.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new OperatorRefusal("There is no model " + file + " to read.");
    }
  }
}
