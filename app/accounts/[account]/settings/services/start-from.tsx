import { Fragment } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import type { ServiceTemplate } from '#db/account/service-templates.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface StartFromProps {
  /** Those that fit here. */
  readonly templates: readonly ServiceTemplate[]
  readonly chosen: ServiceTemplate | undefined
  /** The page's own address. */
  readonly own: string
  readonly language: Language
}

/** The account's service templates from which a form can start, and what the chosen one has to say. Nothing where there are none. */
export function StartFrom({ templates, chosen, own, language }: StartFromProps) {
  const words = catalogue[language]
  if (templates.length === 0) return null
  const others = templates
    .filter(one => one.id !== chosen?.id)
    .map(one => ({ href: `${own}?template=${one.id}`, text: one.name }))
  const links = chosen ? [...others, { href: own, text: words.startEmpty }] : others
  return (
    <Notice tone="neutral" title={chosen ? words.startedFrom(chosen.name) : words.startFrom}>
      {chosen?.supportText && <p className="plain-text">{chosen.supportText}</p>}
      <p>
        {links.map(({ href, text }, at) => (
          <Fragment key={href}>
            {at > 0 && ' · '}
            <a href={href}>{text}</a>
          </Fragment>
        ))}
      </p>
    </Notice>
  )
}
