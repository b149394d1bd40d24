// The number of a telephone inside an account. People, files and the virtual PBX hold it to one rule.

/** Numbers of this world that bring help. Whatever else a telephone is told to dial, these must go through at once. */
export const emergencyNumbers = ['000', '112', '911', '988', '999'] as const

const shape = /^[0-9]{2,6}$/

export const extensionNumberRefusals = ['not-an-extension', 'emergency-extension'] as const
export type ExtensionNumberRefusal = (typeof extensionNumberRefusals)[number]

/**
 * The emergency number that dialling this extension would be taken for, or keep from being dialled: one of the two begins
 * with the other. Null where there is none.
 */
export function emergencyBeside(number: string): string | null {
  return emergencyNumbers.find(one => one.startsWith(number) || number.startsWith(one)) ?? null
}

/** Why this can't be an extension: not 2 to 6 digits, or in the way of an emergency call. Null where it can. */
export function refusedAsExtension(number: string): ExtensionNumberRefusal | null {
  if (!shape.test(number)) return 'not-an-extension'
  return emergencyBeside(number) ? 'emergency-extension' : null
}
