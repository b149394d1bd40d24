// Loaded into every Node that a command starts (--import): it leaves when the command is gone, even by kill -9.
// Its own children inherit the import, but speak with it over channels that are theirs to keep.
if (process.env.LATCHKEY_LEASH === String(process.ppid)) {
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
}
