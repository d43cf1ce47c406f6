// Makes the n-th write to certain files fail, for fault-harness.py; loaded with LD_PRELOAD.
//
//   FAULT_PATH   files whose path contains this text count
//   FAULT_AT     number of the call that fails, from 1; 0 = none
//   FAULT_KIND   full: this and all later ones, no space left; once: this one, input/output error;
//                torn: half of it is written, then the process is killed
//   FAULT_COUNT  a file that the number of calls is written to in the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int counts(int descriptor) {
  const char *part = getenv("FAULT_PATH");
  char link[64], path[4096];
  if (part == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, part) != NULL;
}

// The error of this call; 0 = none, -1 = write half and die.
static int fault(int descriptor) {
  if (!counts(descriptor)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  long at = atol(getenv("FAULT_AT") ? getenv("FAULT_AT") : "0");
  const char *kind = getenv("FAULT_KIND") ? getenv("FAULT_KIND") : "once";
  if (at == 0 || call < at) return 0;
  if (strcmp(kind, "full") == 0) return ENOSPC;
  if (call > at) return 0;
  return strcmp(kind, "torn") == 0 ? -1 : EIO;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (file == NULL) return;
  fprintf(file, "%ld\n", (long)calls);
  fclose(file);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (real == NULL) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t position) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  int error = fault(descriptor);
  if (error < 0) {
    real(descriptor, bytes, count / 2, position);
    raise(SIGKILL);
  }
  if (error > 0) return errno = error, -1;
  return real(descriptor, bytes, count, position);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t position) {
  return pwrite64(descriptor, bytes, count, position);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int error = fault(descriptor);
  if (error < 0) {
    real(descriptor, bytes, count / 2);
    raise(SIGKILL);
  }
  if (error > 0) return errno = error, -1;
  return real(descriptor, bytes, count);
}

#define SIMPLE(name, parameters, arguments, ...) \
  int name parameters { \
    REAL(int, #name, __VA_ARGS__); \
    int error = fault(descriptor); \
    if (error < 0) raise(SIGKILL); \
    if (error > 0) return errno = error, -1; \
    return real arguments; \
  }

SIMPLE(fsync, (int descriptor), (descriptor), int)
SIMPLE(fdatasync, (int descriptor), (descriptor), int)
SIMPLE(ftruncate, (int descriptor, off_t length), (descriptor, length), int, off_t)
SIMPLE(ftruncate64, (int descriptor, off64_t length), (descriptor, length), int, off64_t)
