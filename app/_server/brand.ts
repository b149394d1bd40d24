import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { Brand } from '#lib/branding/brand.ts'
import { type Arrival, arrivalHeader, readArrival } from './signed-header.ts'

/** How this request arrived: on which brand, from which address. Throws where the proxy was gone round. */
export const arrival = cache(async (): Promise<Arrival> => {
  const found = readArrival((await headers()).get(arrivalHeader))
  if (!found) throw new Error('a request without a branding domain reached a page')
  return found
})

export async function currentBrand(): Promise<Brand> {
  return (await arrival()).brand
}

/** Path and query of the page being made, as the browser asked for it. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-latchkey-path') ?? '/'
}
