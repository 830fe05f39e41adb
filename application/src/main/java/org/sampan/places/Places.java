package org.sampan.places;

import com.ibm.icu.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Language;
import org.springframework.stereotype.Component;

/// The front door of the gazetteer: provinces from memory, finer places from the table.
@Component
public class Places {

  private static final int MOST_FOUND = 30;

  private final FinerPlaces finer;
  private final Provinces provinces;

  Places(FinerPlaces finer) {
    this.finer = finer;
    this.provinces = Provinces.shipped();
  }

  /// The place of this identifier, also one that has ended.
  public Optional<Place> find(Place.Id id) {
    return provinces.find(id).or(() -> finer.find(id));
  }

  /// The provinces this country had on this day, by Latin name; none for a country outside the six.
  public List<Place> provinces(Country country, LocalDate day) {
    return provinces
        .all()
        .filter(place -> place.country().equals(country) && place.existsOn(day))
        .sorted(Comparator.comparing(Place::latinName).thenComparing(place -> place.id().value()))
        .toList();
  }

  /// These places as a reader of this language sorts the names she sees.
  public List<Place> sorted(List<Place> places, Language reader) {
    Collator collator = Collator.getInstance(reader.locale());
    return places.stream()
        .sorted(
            Comparator.comparing((Place place) -> place.shown(reader).first(), collator::compare))
        .toList();
  }

  /// The finer places that lie directly in this one, by Latin name; at most 5,000.
  public List<Place> within(Place.Id parent) {
    return finer.within(parent);
  }

  /// The place with what it lies in, the province first.
  public List<Place> lineage(Place.Id id) {
    List<Place> line = new ArrayList<>();
    Optional<Place> next = find(id);
    while (next.isPresent() && line.size() < Place.Level.values().length) {
      line.addFirst(next.get());
      next = Optional.ofNullable(next.get().parent()).flatMap(this::find);
    }
    return line;
  }

  /// What this place is on this day: itself while it exists, else the places it became part of.
  public List<Place> on(Place.Id id, LocalDate day) {
    List<Place> today = new ArrayList<>();
    find(id).ifPresent(place -> follow(place, day, today, new LinkedHashSet<>()));
    return today;
  }

  private void follow(Place place, LocalDate day, List<Place> today, Set<Place.Id> seen) {
    if (!seen.add(place.id())) {
      return;
    }
    if (place.validTo() == null || !day.isAfter(place.validTo())) {
      today.add(place);
      return;
    }
    for (Place.Id successor : place.successors()) {
      find(successor).ifPresent(next -> follow(next, day, today, seen));
    }
  }

  /// Places whose name, in any of its forms, holds every word typed, in any order, accents and case
  /// aside; the best first, at most 30. When there are none, provinces whose name differs by a slip
  /// of the hand.
  ///
  /// @param text what was typed, in any of the scripts; only its first 200 characters are read
  /// @param country only places of this country, or null for all
  public List<Place> search(String text, @Nullable Country country) {
    FoldedName searched = FoldedName.of(text);
    if (searched.words().isEmpty()) {
      return List.of();
    }
    List<Place> found = named(searched, country);
    FoldedName withoutKind = searched.withoutKind();
    if (found.isEmpty() && !withoutKind.equals(searched)) {
      found = named(withoutKind, country);
    }
    return found.isEmpty() ? near(withoutKind, country) : found;
  }

  private List<Place> named(FoldedName searched, @Nullable Country country) {
    Stream<Found> ofFiner = finer.namedLike(searched, country).stream().map(Found::of);
    return Stream.concat(provincesOf(country), ofFiner)
        .map(found -> found.ranked(searched))
        .filter(ranked -> ranked.agreement() > 0)
        .sorted(Found.Ranked.BEST_FIRST)
        .limit(MOST_FOUND)
        .map(Found.Ranked::place)
        .toList();
  }

  private List<Place> near(FoldedName searched, @Nullable Country country) {
    return provincesOf(country)
        .filter(found -> found.isNear(searched))
        .map(Found::place)
        .sorted(
            Comparator.comparing((Place place) -> place.validTo() != null)
                .thenComparing(Place::latinName))
        .limit(MOST_FOUND)
        .toList();
  }

  private Stream<Found> provincesOf(@Nullable Country country) {
    return provinces
        .named()
        .filter(found -> country == null || found.place().country().equals(country));
  }
}
