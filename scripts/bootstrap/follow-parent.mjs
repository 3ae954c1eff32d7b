// Preloaded into every long-running child: when the process that started it is gone, however it went,
// the child is asked to stop, and stopped for good if it has not done so in time.
const GRACE_MS = 15_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
process.channel?.unref();
