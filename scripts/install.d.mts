export function whyInstall(lockText: string, installedText: string | undefined): string | undefined
export function ensureInstalled(root: string): string
export function installLocked(folder: string, what: string): void
