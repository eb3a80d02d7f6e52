#include "story/chapters.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "story/reader.h"

namespace mend::story {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::array<std::pair<std::string_view, params::Lens>, 2> kLenses = {
    {{"mechanism", params::Lens::mechanism}, {"trials", params::Lens::trials}}};

class ChapterReader : public Reader {
 public:
  ChapterReader(std::string file, const Known& known) : Reader(std::move(file)), known_(known) {}

  void read(const json::Value& value, std::vector<Chapter>& chapters) {
    if (!is_group(value, "a chapter must be a group {\"id\": ...}",
                  {"id", "title", "caption", "scenario", "also", "lens", "claims"}))
      return;
    Chapter chapter;
    chapter.id = text(value, "id");
    check_unique(chapter.id, ids_, place(value, "id"));
    chapter.title = text(value, "title");
    chapter.caption = text(value, "caption");
    chapter.scenario = scenario(value, "scenario", known_);
    chapter.also = scenarios_if_any(value, "also", known_);
    chapter.lens = one_of(value, "lens", kLenses);
    const auto claims = claims_of(value, chapter);
    check_numbers(chapter.title, place(value, "title"), claims);
    check_numbers(chapter.caption, place(value, "caption"), claims);
    check_grade(chapter.caption, place(value, "caption"));
    if (const std::size_t count = words(chapter.caption).size(); count > kMostWords)
      problem(place(value, "caption"), "the caption has " + std::to_string(count) + " words; at most " +
                                           std::to_string(kMostWords) + " can be read in time");
    chapters.push_back(std::move(chapter));
  }

 private:
  std::vector<const Claim*> claims_of(const json::Value& value, Chapter& chapter) {
    chapter.claims = texts_if_any(value, "claims");
    std::vector<const Claim*> claims;
    for (std::size_t i = 0; i < chapter.claims.size(); ++i) {
      if (chapter.claims[i].empty()) continue;
      const json::Place at = value.find("claims")->items[i].place;
      const Claim* claim = claim_named(chapter.claims[i], at, known_);
      if (claim == nullptr) continue;
      claims.push_back(claim);
      // Its certainty is the chapter's.
      if (i == 0 && claim->standing != Standing::checked)
        problem(at, "the first claim " + quoted(claim->id) + " is unverified; begin with a checked one");
    }
    if (chapter.claims.empty())
      problem(place(value, "claims"), "a chapter must show a claim: \"claims\" is a list of their ids");
    return claims;
  }

  const Known& known_;
  std::vector<std::string> ids_;
};

}  // namespace

Result<std::vector<Chapter>> parse_chapters(std::string_view text, const std::string& file_name,
                                            const Known& known) {
  const Result<json::Value> file = json::parse(text, file_name);
  if (!file.is_ok()) return file.problems();
  ChapterReader reader(file_name, known);
  std::vector<Chapter> chapters;
  if (const json::Value* list = reader.list(file.value(), "chapters"))
    for (const json::Value& chapter : list->items) reader.read(chapter, chapters);
  return reader.done(std::move(chapters));
}

Result<std::vector<Chapter>> read_chapters(const std::string& path, const Known& known) {
  const Result<std::string> text = json::read_text(path);
  if (!text.is_ok()) return text.problems();
  return parse_chapters(text.value(), path, known);
}

bool stands_beside(const Chapter& chapter, std::string_view scenario) {
  return chapter.scenario == scenario ||
         std::find(chapter.also.begin(), chapter.also.end(), scenario) != chapter.also.end();
}

}  // namespace mend::story
