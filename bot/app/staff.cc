// faqbot staff: who may sign in at the front desk. Also: a backup of the store, and a visitor's wish to be
// forgotten.
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/config.h"
#include "desk/accounts.h"
#include "store/backup.h"
#include "store/open.h"

namespace faqbot::app {
namespace {

using Given = std::map<std::string, std::string>;
using Work = std::function<std::optional<Error>(store::Records&)>;

store::Time now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

int complain(const Error& error, int exit_code) {
  std::cerr << "faqbot: " << error.message << '\n';
  return exit_code;
}

int with_records(const Given& given, store::Missing missing, const Work& work) {
  const auto settings = read_settings(given, process_environment());
  if (!settings) return complain(settings.error(), kWrongUsage);
  const auto records = store::open(store_url(*settings), missing);
  if (!records) return complain(records.error(), kProblems);
  const auto error = work(**records);
  return error ? complain(*error, kProblems) : kGood;
}

std::shared_ptr<Given> store_options(CLI::App& command) {
  auto given = std::make_shared<Given>();
  for (const char* setting : {"store", "data", "config"})
    command.add_option_function<std::string>(
        std::string("--") + setting,
        [given, setting](const std::string& value) { (*given)[setting] = value; },
        "As for faqbot serve (" + environment_name(setting) + ")");
  return given;
}

std::optional<Error> list(store::Records& records) {
  const auto accounts = records.staff().all();
  if (!accounts) return accounts.error();
  for (const store::Account& account : *accounts)
    std::cout << account.name << '\t' << store::name_of(account.role)
              << (account.disabled ? "\tdisabled" : "") << '\n';
  if (accounts->empty()) std::cout << "Nobody yet: faqbot staff add NAME --editor\n";
  return std::nullopt;
}

std::optional<Error> tell_password(const std::string& name, const Result<std::string>& password) {
  if (!password) return password.error();
  std::cout << "Password of " << name << ": " << *password
            << "\nIt is not shown again. It can be changed at the desk, under Account.\n";
  return std::nullopt;
}

std::optional<Error> changed(const Result<bool>& result, const std::string& name) {
  if (!result) return result.error();
  if (!*result) return Error{"there is no account of the name \"" + name + "\"; see faqbot staff list"};
  return std::nullopt;
}

// A subcommand that works on one account.
CLI::App* named(CLI::App& staff, const char* name, const char* what, std::string& account) {
  CLI::App* const command = staff.add_subcommand(name, what);
  command->add_option("NAME", account, "The account's name")->required();
  return command;
}

}  // namespace

void add_staff(CLI::App& app, int& exit_code) {
  CLI::App* const staff = app.add_subcommand("staff", "Who may sign in at the front desk (/desk)");
  staff->require_subcommand(1);
  const auto given = store_options(*staff);
  const auto name = std::make_shared<std::string>();
  const auto editor = std::make_shared<bool>(false);
  const auto on_account = [&](CLI::App* command, store::Missing missing, Work work) {
    command->fallthrough()->callback([given, missing, work = std::move(work), &exit_code] {
      exit_code = with_records(*given, missing, work);
    });
  };
  CLI::App* const add = named(*staff, "add", "A new account; its password is shown once", *name);
  add->add_flag("--editor", *editor, "May publish knowledge too");
  const auto typed = std::make_shared<bool>(false);
  add->add_flag("--password-stdin", *typed,
                "Reads the password from standard input instead of making one up");
  on_account(
      add, store::Missing::kMake, [name, editor, typed](store::Records& records) -> std::optional<Error> {
        desk::Accounts accounts(records);
        std::string password;
        if (*typed && (!std::getline(std::cin, password) || password.empty()))
          return Error{"no password came on standard input; write it there in one line"};
        return tell_password(*name, accounts.add(*name, *editor ? store::Role::kEditor : store::Role::kStaff,
                                                 now(), password));
      });
  on_account(staff->add_subcommand("list", "All accounts"), store::Missing::kIsAnError, list);
  on_account(named(*staff, "password", "A new password; all sessions end", *name), store::Missing::kIsAnError,
             [name](store::Records& records) {
               desk::Accounts accounts(records);
               return tell_password(*name, accounts.reset_password(*name, now()));
             });
  CLI::App* const role = named(*staff, "role", "Makes an editor (--editor) or plain staff", *name);
  role->add_flag("--editor", *editor, "May publish knowledge too");
  on_account(role, store::Missing::kIsAnError, [name, editor](store::Records& records) {
    const auto to = *editor ? store::Role::kEditor : store::Role::kStaff;
    return changed(records.staff().set_role(*name, to, {"the program", now()}), *name);
  });
  on_account(named(*staff, "disable", "Keeps somebody out; what they did stays", *name),
             store::Missing::kIsAnError, [name](store::Records& records) {
               return changed(records.staff().set_disabled(*name, true, {"the program", now()}), *name);
             });
  on_account(named(*staff, "enable", "Lets somebody in again", *name), store::Missing::kIsAnError,
             [name](store::Records& records) {
               return changed(records.staff().set_disabled(*name, false, {"the program", now()}), *name);
             });
}

void add_backup(CLI::App& app, int& exit_code) {
  CLI::App* const command = app.add_subcommand("backup", "Copies the store while the service runs");
  const auto given = store_options(*command);
  const auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "The copy; it must not be there yet")->required();
  command->callback([given, file, &exit_code] {
    exit_code = with_records(*given, store::Missing::kIsAnError, [file](store::Records& records) {
      return store::back_up(records.database(), *file);
    });
  });
}

void add_erase(CLI::App& app, int& exit_code) {
  CLI::App* const command = app.add_subcommand("erase", "Deletes what a visitor left, at their wish");
  const auto given = store_options(*command);
  const auto contact = std::make_shared<std::string>();
  command->add_option("--contact", *contact, "The e-mail address or telephone number they gave")->required();
  command->callback([given, contact, &exit_code] {
    exit_code = with_records(*given, store::Missing::kIsAnError,
                             [contact](store::Records& records) -> std::optional<Error> {
                               const auto erased = records.privacy().erase(*contact, {"the program", now()});
                               if (!erased) return erased.error();
                               std::cout << erased->enquiries << " enquiries and "
                                         << erased->questions + erased->votes + erased->wordings
                                         << " recorded questions deleted\n";
                               return std::nullopt;
                             });
  });
}

}  // namespace faqbot::app
