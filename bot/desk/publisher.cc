#include "desk/publisher.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "desk/write_files.h"
#include "knowledge/folder.h"
#include "knowledge/report.h"
#include "knowledge/version.h"

namespace faqbot::desk {
namespace {

using knowledge::NamedBytes;

constexpr std::string_view kMark = ".publication";  // hidden: the loader passes it over
constexpr std::size_t kMostRecorded = 400;          // of unanswered and of recent wordings: asked again
constexpr std::size_t kMostOlderEngines = 2;        // about 60 MB each
constexpr std::size_t kPage = 100;

std::chrono::year_month_day today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::vector<store::KnowledgeFile> kept_files(std::span<const NamedBytes> files) {
  std::vector<store::KnowledgeFile> kept;
  for (const NamedBytes& file : files) kept.push_back({file.name, file.bytes});
  return kept;
}

std::vector<NamedBytes> sorted(std::vector<NamedBytes> files) {
  std::ranges::sort(files, {}, &NamedBytes::name);
  return files;
}

std::optional<std::string> bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

Result<std::vector<NamedBytes>> Publisher::files() const {
  knowledge::Report report;
  std::vector<NamedBytes> files = knowledge::read_folder(folder_, report);
  if (files.empty()) return Error{"the knowledge folder " + folder_.string() + " cannot be read"};
  return sorted(std::move(files));
}

std::vector<std::string> Publisher::recorded() const {
  std::vector<std::string> messages;
  const auto wordings = records_.wordings().open(kMostRecorded);
  if (wordings)
    for (const store::Wording& wording : *wordings) messages.push_back(wording.sample);
  auto recent = records_.wordings().recent(kMostRecorded);
  if (recent) std::ranges::move(*recent, std::back_inserter(messages));
  return messages;
}

Result<Refused> Publisher::review(std::span<const Edit> edits) const {
  for (const Edit& edit : edits)
    if (!may_be_written(edit.file))
      return Error{edit.file +
                   " is no file of the knowledge folder; a topic is called group/name.md, in small letters"};
  auto now = files();
  if (!now) return now.error();
  Draft draft = with_edits(*std::move(now), edits);
  const auto serving = engine_.current();
  std::shared_ptr<const Engine> trained;
  {
    const std::lock_guard lock(mutex_);
    trained = reviewed_;
  }
  Refused looked{desk::review(draft, *serving, recorded(), today(), trained), {}};
  looked.stale = std::move(draft.stale);
  const std::lock_guard lock(mutex_);
  reviewed_ = looked.review.engine;
  return looked;
}

Result<std::variant<PublishedEdit, Refused>> Publisher::publish(std::span<const Edit> edits,
                                                                std::string_view note, const store::By& by) {
  using Answer = std::variant<PublishedEdit, Refused>;
  if (auto error = follow(by.at)) return *std::move(error);
  const std::lock_guard lock(changing_);
  auto looked = review(edits);
  if (!looked) return looked.error();
  if (!looked->stale.empty() || !looked->review.may_be_published()) return Answer(*std::move(looked));
  auto now = files();
  if (!now) return now.error();
  Draft draft = with_edits(*now, edits);
  if (!draft.stale.empty()) return Answer(Refused{{}, std::move(draft.stale)});
  const std::vector<NamedBytes> after = sorted(std::move(draft.files));
  const std::string version = knowledge::version_of(after);
  if (looked->review.engine->knowledge().version != version)
    return Error{"the folder was edited by hand at the same moment; look at the review again, then publish"};
  if (auto error = keep_folder(by.at)) return *std::move(error);
  const std::int64_t seen = applied();
  const auto published = records_.history().publish(
      {knowledge::version_of(*now), version, seen, std::string(note)}, kept_files(after), by);
  if (!published) return published.error();
  if (std::holds_alternative<store::Overtaken>(*published))
    return Error{"somebody else published at the same moment; look at the review again, then publish"};
  const std::int64_t number = std::get<store::Published>(*published).id;
  std::vector<FileToWrite> written;
  for (const Edit& edit : edits) written.push_back({edit.file, edit.bytes});
  if (auto error = write_files(folder_, written)) return *std::move(error);
  if (auto error = note_applied(number)) return *std::move(error);
  engine_.serve(looked->review.engine);
  served_ = number;
  kept_version_ = version;
  const std::lock_guard forgetting(mutex_);
  reviewed_.reset();
  return Answer(PublishedEdit{number, version});
}

Result<std::vector<Edit>> Publisher::inverse_of(std::int64_t publication) const {
  const auto changes = records_.history().changes(publication);
  if (!changes) return changes.error();
  if (changes->empty()) return Error{"there is no publication of the number " + std::to_string(publication)};
  std::vector<Edit> edits;
  for (const store::ChangedFile& change : *changes)
    edits.push_back({change.path, change.after ? seal_of(*change.after) : std::string(), change.before});
  return edits;
}

std::optional<Error> Publisher::follow(store::Time now) {
  const std::lock_guard lock(changing_);
  const auto counters = records_.counters();
  if (!counters) return counters.error();
  if (counters->knowledge > served_) {
    if (auto error = catch_up(counters->knowledge)) return error;
    served_ = counters->knowledge;  // where it cannot be served, hands must mend the folder, and reload it
    const auto here = files();
    if (!here) return here.error();
    if (knowledge::version_of(*here) != engine_.current()->knowledge().version)
      if (const auto reloaded = engine_.reload(); !reloaded) return reloaded.error();
  }
  return keep_folder(now);
}

// Writes into the folder what it does not have yet. In a shared folder another replica may have done that.
std::optional<Error> Publisher::catch_up(std::int64_t newest) {
  const std::int64_t seen = applied();
  if (newest <= seen) return std::nullopt;
  std::vector<store::Publication> missed;
  for (std::int64_t before = 0;;) {
    auto page = records_.history().page(before, kPage);
    if (!page) return page.error();
    for (store::Publication& publication : *page)
      if (publication.id > seen) missed.push_back(std::move(publication));
    if (page->size() < kPage || page->back().id <= seen) break;
    before = page->back().id;
  }
  std::ranges::reverse(missed);
  for (const store::Publication& publication : missed)
    if (auto error = apply(publication)) return error;
  return note_applied(newest);
}

// What was edited by hand is left alone, but for a file that is as it was before or as it becomes.
std::optional<Error> Publisher::apply(const store::Publication& publication) {
  const auto changes = records_.history().changes(publication.id);
  if (!changes) return changes.error();
  std::vector<FileToWrite> written;
  for (const store::ChangedFile& change : *changes) {
    if (!may_be_written(change.path)) continue;
    const auto here = bytes_of(folder_ / change.path);
    if (here == change.after) continue;
    if (here == change.before) {
      written.push_back({change.path, change.after});
      continue;
    }
    const std::lock_guard lock(mutex_);
    if (std::ranges::find(conflicts_, change.path) == conflicts_.end()) conflicts_.push_back(change.path);
  }
  return write_files(folder_, written);
}

// The folder that serves, as it is: hand edits are history too.
std::optional<Error> Publisher::keep_folder(store::Time now) {
  const std::string serving = engine_.current()->knowledge().version;
  if (serving == kept_version_) return std::nullopt;
  const auto here = files();
  if (!here) return here.error();
  if (knowledge::version_of(*here) != serving)
    return std::nullopt;  // being edited by hand; kept once it serves
  if (auto error = records_.history().keep(serving, kept_files(*here), now)) return error;
  kept_version_ = serving;
  return std::nullopt;
}

std::vector<std::string> Publisher::conflicts() const {
  const std::lock_guard lock(mutex_);
  return conflicts_;
}

Result<std::shared_ptr<const Engine>> Publisher::engine_of(std::string_view version) {
  const auto serving = engine_.current();
  if (serving->knowledge().version == version) return serving;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& engine : older_engines_)
      if (engine->knowledge().version == version) return engine;
  }
  const auto kept = records_.history().files(version);
  if (!kept) return kept.error();
  if (kept->empty()) return Error{"the version \"" + std::string(version) + "\" is not kept here"};
  std::vector<NamedBytes> files;
  for (const store::KnowledgeFile& file : *kept) files.push_back({file.path, file.bytes});
  knowledge::Loaded loaded = knowledge::load_from(std::move(files), today());
  if (!loaded.knowledge) return Error{"that version cannot be read by this program any more"};
  auto engine = std::make_shared<const Engine>(loaded.knowledge);
  const std::lock_guard lock(mutex_);
  older_engines_.push_back(engine);
  if (older_engines_.size() > kMostOlderEngines) older_engines_.erase(older_engines_.begin());
  return std::shared_ptr<const Engine>(engine);
}

std::int64_t Publisher::applied() const {
  const auto text = bytes_of(folder_ / kMark);
  std::int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

std::optional<Error> Publisher::note_applied(std::int64_t publication) const {
  return write_mark(folder_ / kMark, std::to_string(publication) + '\n');
}

}  // namespace faqbot::desk
