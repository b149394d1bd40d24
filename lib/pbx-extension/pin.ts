import { keyedMark } from '#lib/keyed-mark.ts'

export const pinRefusals = ['not-a-pin', 'pin-too-easy', 'pin-is-extension'] as const
export type PinRefusal = (typeof pinRefusals)[number]

const shape = /^[0-9]{4,8}$/

/**
 * Why these digits can't open a voicemail: not 4 to 8 digits; all the same, or one after the other up or down, or a few of
 * them again and again; the extension itself in it. Null where they can.
 */
export function refusedAsPin(pin: string, extension: string): PinRefusal | null {
  if (!shape.test(pin)) return 'not-a-pin'
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  if (new Set(steps).size === 1 && [0, 1, 9].includes(steps[0] ?? 0)) return 'pin-too-easy'
  if (/^(\d{1,2})\1+$/.test(pin)) return 'pin-too-easy'
  return pin.includes(extension) || [...pin].reverse().join('').includes(extension)
    ? 'pin-is-extension'
    : null
}

/**
 * What is kept of a PIN. So few digits are guessed from any hash that stands by itself; this one nobody works out without
 * the deployment's own secret, also who has seen the whole table. `key` is drawn anew with each PIN.
 */
export function pinMark(extensionId: string, key: string, pin: string, secret: string): string {
  return keyedMark('voicemail-pin', `${extensionId}.${key}.${pin}`, secret)
}
