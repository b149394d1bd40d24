import { Fragment } from 'react'

/** The pieces of an e-mail address between which a line may break: behind the "@" and behind dots. */
export function piecesOfAddress(address: string): readonly string[] {
  return address.split(/(?<=[@.])/)
}

/** An e-mail address, which breaks where it is read on, never within a word that would fit a line. */
export function Address({ children }: { children: string }) {
  return piecesOfAddress(children).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
