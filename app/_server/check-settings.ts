import { environment } from '#lib/env.ts'

/** Ends a server whose settings are wrong, with the one line that says what is: it would answer every request with it. */
export function checkAtStart(): void {
  try {
    environment()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
