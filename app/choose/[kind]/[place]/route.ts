import { notFound } from 'next/navigation'
import { NextResponse } from 'next/server'
import { currentBrand } from '#app/_server/brand.ts'
import { cookieName, cookieOptions } from '#app/_server/cookies.ts'
import { addressOf, lastPlaceCookie, readPlace, writePlace } from '#app/_server/place-address.ts'
import { originOf } from '#lib/env.ts'

/** Goes to a place, and has the browser remember it. Whether the person may be there, the place decides. */
export async function GET(_: Request, { params }: RouteContext<'/choose/[kind]/[place]'>) {
  const { kind, place } = await params
  const key = readPlace(`${kind}.${place}`)
  if (!key) notFound()
  const { host } = await currentBrand()
  const answer = NextResponse.redirect(new URL(addressOf(key), originOf(host)), 303)
  answer.cookies.set(cookieName(lastPlaceCookie), writePlace(key), cookieOptions({ maxAge: 31_536_000 }))
  return answer
}
