package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.Comparison;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.PairIterator;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;
import org.scify.jedai.utilities.enumerations.WeightingScheme;

/// JedAI 3.1: token blocking, purging by comparisons, filtering at 0.8, cardinality node pruning by
/// Jaccard, cosine of character bigrams weighted by TF-IDF.
final class Jedai implements Engine {

  @Override
  public Accuracy link(String file) {
    People people = People.read(file);
    List<EntityProfile> profiles = new ArrayList<>();
    for (int row = 0; row < people.size(); row++) {
      EntityProfile profile = new EntityProfile(String.valueOf(row));
      for (String column : people.columns()) {
        String cell = people.cell(row, column);
        if (!cell.isEmpty()) {
          profile.addAttribute(column, cell);
        }
      }
      profiles.add(profile);
    }
    List<AbstractBlock> blocks = new StandardBlocking().getBlocks(profiles);
    blocks = new ComparisonsBasedBlockPurging(false).refineBlocks(blocks);
    blocks = new BlockFiltering(0.8f).refineBlocks(blocks);
    blocks = new CardinalityNodePruning(WeightingScheme.JS).refineBlocks(blocks);
    PairIterator pairs =
        new ProfileMatcher(
                profiles,
                RepresentationModel.CHARACTER_BIGRAMS_TF_IDF,
                SimilarityMetric.COSINE_SIMILARITY)
            .executeComparisons(blocks)
            .getPairIterator();
    Scores scores = new Scores(people);
    while (pairs.hasNext()) {
      Comparison pair = pairs.next();
      scores.add(pair.getEntityId1(), pair.getEntityId2(), pair.getUtilityMeasure());
    }
    return scores.best();
  }
}
