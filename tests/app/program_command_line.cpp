// The command line as a person meets it: exit codes, and one plain sentence when something is wrong.
#include <doctest/doctest.h>

#include <algorithm>

#include "process.h"

using mend::test::Folder;
using mend::test::run_mend;
using mend::test::Outcome;
using mend::test::text_of;
using mend::test::write_text;

namespace {

bool says(const Outcome& outcome, const std::string& text) { return outcome.err.find(text) != std::string::npos; }

/// A scenario file with this text.
struct File {
  Folder folder;
  std::string path = folder.file("x.json");
  explicit File(const std::string& text) { write_text(path, text); }
};

}  // namespace

TEST_CASE("help and version are not failures") {
  CHECK(run_mend("--help").code == 0);
  CHECK(run_mend("render --help").code == 0);
  CHECK(run_mend("--version").out.starts_with("mend "));
}

TEST_CASE("an unknown option or command exits 2") {
  CHECK(run_mend("--colour blue").code == 2);
  CHECK(run_mend("render").code == 2);
  CHECK(run_mend("simulate cartilage-injury --threads many").code == 2);
}

TEST_CASE("an option that repeats takes one value each time, so the scenario after it is opened") {
  const File file(R"({"version": 1, "name": "x", "title": "X"})");
  const auto outcome = run_mend("simulate --set patient.age=30years " + file.path + " --hash --days 1");
  CHECK(outcome.code == 0);
  CHECK(outcome.out.size() == 17);
  const auto twice = run_mend("simulate --set patient.age=30years --set joint.kl_grade=2 " + file.path + " --hash --days 1");
  CHECK(twice.code == 0);
  CHECK(twice.out != outcome.out);
}

TEST_CASE("every shipped scenario is good, and so is the evidence") {
  const std::string assets = MEND_SOURCE_DIR "/assets/";
  for (const char* name : {"knee-osteoarthritis", "rheumatoid-arthritis", "cartilage-injury", "cartilage-implant",
                           "nerve-crush", "nerve-cut", "nerve-demyelination", "muscle-strain", "mcl-tear", "acl-tear",
                           "pain-and-medicine", "healthy-knee"})
    CHECK(run_mend("check " + assets + "scenarios/" + name + ".json").code == 0);
  CHECK(run_mend("check " + assets + "evidence.json").code == 0);
}

TEST_CASE("bad scenarios exit 2 with place, what was allowed and the nearest name") {
  SUBCASE("broken JSON") {
    const File file("{\"version\": 1,\n  \"name\": }");
    const auto outcome = run_mend("check " + file.path);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, file.path + ":2:"));
  }
  SUBCASE("unknown key") {
    const File file(R"({"version": 1, "name": "x", "title": "X", "lesion": {"diametre": "12 mm"}})");
    const auto outcome = run_mend("check " + file.path);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "diameter"));
  }
  SUBCASE("wrong unit") {
    const File file(R"({"version": 1, "name": "x", "title": "X", "lesion": {"diameter": "12 days"}})");
    const auto outcome = run_mend("check " + file.path);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "mm"));
  }
  SUBCASE("out of range") {
    const File file(R"({"version": 1, "name": "x", "title": "X", "lesion": {"diameter": "900 mm"}})");
    const auto outcome = run_mend("check " + file.path);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "30"));
  }
  SUBCASE("a version from the future") {
    const File file(R"({"version": 99, "name": "x", "title": "X"})");
    CHECK(run_mend("check " + file.path).code == 2);
  }
  SUBCASE("missing, a folder, or far too large") {
    const Folder folder;
    CHECK(run_mend("check " + folder.file("nothing.json")).code == 2);
    CHECK(run_mend("check " + folder.path().string()).code == 2);
    const std::string huge = folder.file("huge.json");
    write_text(huge, "{");
    std::filesystem::resize_file(huge, 2'000'000'000);
    CHECK(run_mend("check " + huge).code == 2);
  }
}

TEST_CASE("a bad setting changes nothing and names the parameter") {
  const auto outcome = run_mend("simulate cartilage-injury --hash --set lesion.diametr=12mm");
  CHECK(outcome.code == 2);
  CHECK(says(outcome, "did you mean \"diameter\""));
  CHECK(outcome.out.empty());
}

TEST_CASE("a misspelt view or size is refused before anything is drawn") {
  const Folder folder;
  const auto view = run_mend("render cartilage-injury --view latral --out " + folder.file("a.png"));
  CHECK(view.code == 2);
  CHECK(says(view, "lateral"));
  CHECK(run_mend("render cartilage-injury --size 0x10 --out " + folder.file("a.png")).code == 2);
  CHECK(run_mend("render cartilage-injury --size 90000x10 --out " + folder.file("a.png")).code == 2);
  CHECK(!std::filesystem::exists(folder.file("a.png")));
}

TEST_CASE("a misspelt layer is refused with the nearest name, and so is a knee bent too far") {
  const Folder folder;
  for (const char* list : {"muscels", "bones,muscels", "+muscels"}) {
    const auto outcome =
        run_mend("render cartilage-injury --layers " + std::string(list) + " --out " + folder.file("a.png"));
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "muscles"));
  }
  CHECK(run_mend("render cartilage-injury --layers , --out " + folder.file("a.png")).code == 2);
  CHECK(says(run_mend("render cartilage-injury --flexion 130 --out " + folder.file("a.png")), "0 and 120"));
  CHECK(!std::filesystem::exists(folder.file("a.png")));
}

TEST_CASE("layers are drawn as asked") {
  const Folder folder;
  const auto picture = [&](const std::string& name, const std::string& options) {
    const std::string path = folder.file(name);
    REQUIRE(run_mend("render healthy-knee --size 160x90 --quality low " + options + " --out " + path).code ==
            0);
    return text_of(path);
  };
  const std::string usual = picture("usual.png", ""), more = picture("more.png", "--layers +muscles"),
                    only = picture("only.png", "--layers muscles");
  CHECK(usual != more);
  CHECK(only != more);
  CHECK(picture("same.png", "--layers bones,cartilage,menisci,ligaments,capsule,nerves,cells") == usual);
  CHECK(picture("bent.png", "--flexion 60") != usual);
}

TEST_CASE("the keyframe hash is the same for 1, 2 and 8 threads and without the processor's newer instructions") {
  const std::string command = "simulate cartilage-injury --hash --days 120 --threads ";
  const auto one = run_mend(command + "1");
  REQUIRE(one.code == 0);
  CHECK(run_mend(command + "2").out == one.out);
  CHECK(run_mend(command + "8").out == one.out);
  const auto plain = mend::test::run("env GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX2_Usable,-FMA_Usable " MEND_PROGRAM
                                     " " + command + "2");
  CHECK(plain.out == one.out);
  CHECK(run_mend(command + "2 --lens trials").out != one.out);
}

TEST_CASE("the CSV has a header with units and one row a day") {
  const Folder folder;
  REQUIRE(run_mend("simulate cartilage-injury --days 30 --csv " + folder.file("a.csv")).code == 0);
  const std::string text = text_of(folder.file("a.csv"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 32);
  for (const char* column : {"day", "cells_suspended", "synovitis", "defect_fill", "nerve_axons_reconnected", "pain"})
    CHECK(text.substr(0, text.find('\n')).find(column) != std::string::npos);
}

TEST_CASE("a cohort prints a short table, and one row a day with a median between its bounds") {
  const auto table = run_mend("cohort knee-osteoarthritis --people 12 --lens trials");
  CHECK(table.code == 0);
  for (const char* word : {"virtual people: 12", "6 weeks", "24 months", "pain, 0-10", "synovitis", "cartilage"})
    CHECK(table.out.find(word) != std::string::npos);
  CHECK(table.out.find("hole filled") == std::string::npos);
  const auto shorter = run_mend("cohort knee-osteoarthritis --people 2 --set horizon=100days");
  CHECK(shorter.out.find("6 weeks") != std::string::npos);
  CHECK(shorter.out.find("6 months") == std::string::npos);

  const Folder folder;
  const std::string command = "cohort cartilage-injury --people 4 --set horizon=30days --seed 5 --csv ";
  CHECK(run_mend(command + folder.file("a.csv")).code == 0);
  const std::string csv = text_of(folder.file("a.csv"));
  CHECK(csv.starts_with("day (d),cells_suspended median (cells),cells_suspended low (cells),cells_suspended high (cells),"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 31);
  CHECK(run_mend(command + "- --threads 1").out == csv);
  CHECK(run_mend("cohort cartilage-injury --people 4 --set horizon=30days --seed 6 --csv -").out != csv);
}

TEST_CASE("a bad cohort exits 2 and says what is allowed") {
  for (const char* people : {"0", "-3", "1001"}) {
    const auto outcome = run_mend(std::string("cohort healthy-knee --people ") + people);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "from 1 to 1000"));
  }
  CHECK(run_mend("cohort healthy-knee --people many").code == 2);
  CHECK(run_mend("cohort healthy-knee --people 2 --seed -1").code == 2);
  CHECK(run_mend("cohort --people 2").code == 2);
  const auto unknown = run_mend("cohort healthy-nee --people 2");
  CHECK(unknown.code == 2);
  const auto unwritable = run_mend("cohort healthy-knee --people 2 --csv /nowhere/at/all.csv");
  CHECK(unwritable.code == 2);
  CHECK(says(unwritable, "cannot be written"));
  CHECK(unwritable.out.empty());
}

TEST_CASE("About the numbers is what the program prints today") {
  const auto outcome = run_mend("parameters --markdown");
  CHECK(outcome.code == 0);
  CHECK_MESSAGE(outcome.out == text_of(MEND_SOURCE_DIR "/docs/numbers.md"),
                "renew it: mend parameters --markdown > docs/numbers.md");
  CHECK(run_mend("parameters").out.find("lesion.diameter") != std::string::npos);
}
