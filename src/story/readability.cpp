#include "story/readability.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace mend::story {
namespace {

bool is_one_of(char letter, std::string_view letters) {
  return letters.find(letter) != std::string_view::npos;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Lower-case letters of a word; whatever stands between them is left out.
std::string letters_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') letters += c;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  return letters;
}

bool is_vowel(const std::string& word, std::size_t at) {
  return is_one_of(word[at], "aeiou") || (word[at] == 'y' && at > 0);
}

/// Whether two vowels in a row, the second at `at`, are spoken apart: "trial", "science", "actual", "radio".
bool is_spoken_apart(const std::string& word, std::size_t at) {
  const char first = word[at - 1], second = word[at];
  const char before = at >= 2 ? word[at - 2] : ' ';
  const char after = at + 1 < word.size() ? word[at + 1] : ' ';
  const bool is_soft = is_one_of(before, "ctsgx") && at >= 3;  // "special", "patient", "region"
  if (first == 'i' && is_one_of(second, "ao")) return !is_soft;
  if (first == 'i' && second == 'e' && after == 't') return true;
  if (first == 'i' && second == 'e' && after == 'n')
    return word.substr(at, 3) != "end" && (!is_soft || word.substr(at - 3, 2) == "sc");
  if (first == 'e' && second == 'o') return !is_one_of(before, "pg");  // "people", "surgeon"
  if (first == 'e' && second == 'a') return after == ' ' && at >= 3;   // "area", "idea"
  if (first == 'u' && second == 'a') return !is_one_of(before, "qg");
  return false;
}

/// An ending that is written but not heard: "nerve", "nerves", "healed".
bool has_silent_ending(const std::string& word) {
  const std::size_t size = word.size();
  const bool has_tail = word.ends_with("es") || word.ends_with("ed");
  const std::size_t e = has_tail ? size - 2 : size - 1;
  if (size < 3 || e < 1 || word[e] != 'e' || is_vowel(word, e - 1)) return false;
  const char before = word[e - 1];
  if (word.ends_with("ed")) return !is_one_of(before, "td");
  if (before == 'l' && !is_vowel(word, e - 2)) return false;  // "muscle", "muscles"
  if (word.ends_with("es"))
    return !is_one_of(before, "scgxz") && !word.ends_with("ches") && !word.ends_with("shes");
  return true;
}

bool ends_sentence(std::string_view word) {
  const std::size_t last = word.find_last_not_of("\"')");
  return last != std::string_view::npos && is_one_of(word[last], ".!?");
}

}  // namespace

std::size_t syllables(std::string_view word) {
  const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
  const std::string letters = letters_of(word);
  std::size_t groups = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!is_vowel(letters, i)) continue;
    if (i == 0 || !is_vowel(letters, i - 1) || is_spoken_apart(letters, i)) ++groups;
  }
  if (groups > 1 && has_silent_ending(letters)) --groups;
  return std::max<std::size_t>(1, groups + digits);
}

double reading_grade(std::string_view text) {
  const auto all = words(text);
  if (all.empty()) return 0;
  std::size_t sentences = 0, spoken = 0;
  for (const std::string_view word : all) {
    spoken += syllables(word);
    if (ends_sentence(word)) ++sentences;
  }
  if (!ends_sentence(all.back())) ++sentences;
  const auto count = static_cast<double>(all.size());
  return 0.39 * count / static_cast<double>(sentences) + 11.8 * static_cast<double>(spoken) / count - 15.59;
}

}  // namespace mend::story
