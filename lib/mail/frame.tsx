import { Fragment } from 'react'
import { parseEmail } from '#lib/email.ts'
import { localeOf } from '#lib/language.ts'
import { BlockRow, harmless, Row } from './blocks.tsx'
import type { LetterBrand, LetterText, Reader } from './letter.ts'
import { letterStyles, lookOf } from './look.ts'
import { oneLine } from './safe-text.ts'
import { words } from './words.ts'

type Look = ReturnType<typeof lookOf>

/** The brand's frame around any letter: logo and name, the letter itself, and who to call. */
export function LetterFrame({ letter, reader }: { letter: LetterText; reader: Reader }) {
  const { brand, language } = reader
  const w = words[language]
  const look = lookOf(brand.accent)
  return (
    <html lang={localeOf(language)}>
      {/* biome-ignore lint/style/noHeadElement: a letter is a document of its own */}
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{harmless(letter.subject)}</title>
        <style>{letterStyles(brand.accent, brand.accentDark)}</style>
      </head>
      <body className="page" style={look.page}>
        <div style={look.hidden}>{harmless(letter.preview)}</div>
        <table
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          role="presentation"
          className="page"
          style={look.page}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '24px 12px' }}>
                <table
                  cellPadding={0}
                  cellSpacing={0}
                  role="presentation"
                  className="sheet"
                  style={look.sheet}
                >
                  <tbody>
                    <BrandRow brand={brand} look={look} />
                    {letter.blocks.map((block, i) => (
                      <BlockRow
                        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                        key={i}
                        block={block}
                        look={look}
                        origin={brand.origin}
                        pasteAddress={w.pasteAddress}
                      />
                    ))}
                    <ContactRow reader={reader} look={look} />
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}

function BrandRow({ brand, look }: { brand: LetterBrand; look: Look }) {
  return (
    <Row space={28}>
      <table cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          <tr>
            {brand.hasLogo && (
              <td style={{ paddingRight: 12 }}>
                {/* The name stands beside it, so the picture itself says nothing more. */}
                {/* biome-ignore lint/performance/noImgElement: mail programs know no other */}
                <img
                  src={`${brand.origin}/brand/logo?v=${brand.logoVersion}`}
                  alt=""
                  height={40}
                  style={look.logo}
                />
              </td>
            )}
            <td className="text" style={look.brand}>
              {harmless(brand.name)}
            </td>
          </tr>
        </tbody>
      </table>
    </Row>
  )
}

/** Who to call, and to whom the letter went. */
function ContactRow({ reader, look }: { reader: Reader; look: Look }) {
  const { brand, language } = reader
  const w = words[language]
  const phone = oneLine(brand.supportPhone)
  return (
    <tr>
      <td className="cell" style={{ padding: '24px 32px 28px' }}>
        <table width="100%" cellPadding={0} cellSpacing={0} role="presentation">
          <tbody>
            <tr>
              <td className="line" style={{ ...look.factLine, paddingTop: 20 }}>
                <p className="quiet" style={look.small}>
                  {harmless(w.questions(brand.supportName))}
                  <br />
                  <Address address={brand.supportEmail} look={look} />
                  {phone ? (
                    <>
                      {' · '}
                      <a className="text" href={`tel:${phone.replace(/[^+\d]/g, '')}`} style={look.link}>
                        {phone}
                      </a>
                    </>
                  ) : null}
                </p>
                <p className="quiet" style={{ ...look.small, paddingTop: 12 }}>
                  <SentTo
                    sentence={w.sentTo(reader.name, reader.address, brand.name)}
                    address={reader.address}
                  />
                </p>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  )
}

/** Whom the letter went to. Places to break keep programs from making a link of the address, and copies of it whole. */
function SentTo({ sentence, address }: { sentence: string; address: string }) {
  const at = sentence.lastIndexOf(address)
  const pieces = address.split(/(?<=[@.])/)
  return (
    <>
      {harmless(sentence.slice(0, at))}
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one address in their order
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
      {harmless(sentence.slice(at + address.length))}
    </>
  )
}

function Address({ address, look }: { address: string; look: Look }) {
  const parsed = parseEmail(address)
  if (!parsed.ok) return harmless(address)
  return (
    <a className="text" href={`mailto:${encodeURI(parsed.value.address)}`} style={look.link}>
      {parsed.value.address}
    </a>
  )
}
