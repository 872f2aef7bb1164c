// What ThreadSanitizer cannot know.
//
// A worker arms a socket with epoll_ctl(); from then on another may be given it by epoll_wait() and close it.
// The kernel orders the two; ThreadSanitizer sees only that close() follows another thread's use of the
// descriptor.

extern "C" const char* __tsan_default_suppressions();

extern "C" const char* __tsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "race:faqbot::http::Connection::~Connection\n";
}
