/** What an error is called: by the type that next-auth writes into its own, for a class loses its name in the build. */
export function faultName(error: Error): string {
  return 'type' in error && typeof error.type === 'string' ? error.type : error.name
}
