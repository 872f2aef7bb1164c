// All that the service keeps, opened once: each concern by a header of its own.
//
// Thread safety: every member may be used from any thread.
#pragma once

#include <memory>

#include "store/audit.h"
#include "store/counters.h"
#include "store/database.h"
#include "store/figures.h"
#include "store/history.h"
#include "store/inbox.h"
#include "store/inbox_list.h"
#include "store/partner_links.h"
#include "store/presence.h"
#include "store/privacy.h"
#include "store/sessions.h"
#include "store/sql_store.h"
#include "store/staff.h"
#include "store/wordings.h"

namespace faqbot::store {

class Records {
 public:
  // REQUIRES: the database is migrated.
  explicit Records(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  Records(const Records&) = delete;  // its parts hold the database's address
  Records& operator=(const Records&) = delete;

  Store& visitors() { return visitors_; }
  Inbox& inbox() { return inbox_; }
  InboxList& inbox_list() { return inbox_list_; }
  Presence& presence() { return presence_; }
  Wordings& wordings() { return wordings_; }
  Figures& figures() { return figures_; }
  History& history() { return history_; }
  Staff& staff() { return staff_; }
  Sessions& sessions() { return sessions_; }
  Audit& audit() { return audit_; }
  Privacy& privacy() { return privacy_; }
  PartnerLinks& partner_links() { return partner_links_; }
  Result<Counters> counters() { return read_counters(*database_); }
  Database& database() { return *database_; }

 private:
  const std::unique_ptr<Database> database_;
  SqlStore visitors_{*database_};
  Inbox inbox_{*database_};
  InboxList inbox_list_{*database_};
  Presence presence_{*database_};
  Wordings wordings_{*database_};
  Figures figures_{*database_};
  History history_{*database_};
  Staff staff_{*database_};
  Sessions sessions_{*database_};
  Audit audit_{*database_};
  Privacy privacy_{*database_};
  PartnerLinks partner_links_{*database_};
};

}  // namespace faqbot::store
