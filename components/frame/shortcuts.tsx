import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/text.tsx'
import type { Language } from '#lib/language.ts'
import { words } from './words.ts'

/** What the keys do, opened by `?` or from the footer. */
export function Shortcuts({ language, helpHref }: { language: Language; helpHref?: string | undefined }) {
  const text = words[language]
  return (
    <Dialog id="shortcuts" title={text.shortcuts} closeLabel={text.close}>
      <dl className="facts">
        <div>
          <dt>
            <Kbd>/</Kbd>
          </dt>
          <dd>{text.shortcutSearch}</dd>
        </div>
        <div>
          <dt>
            <Kbd>?</Kbd>
          </dt>
          <dd>{text.shortcutHelp}</dd>
        </div>
        <div>
          <dt>
            <Kbd>Esc</Kbd>
          </dt>
          <dd>{text.shortcutClose}</dd>
        </div>
      </dl>
      {helpHref && (
        <p>
          <a href={helpHref}>{text.help}</a>
        </p>
      )}
    </Dialog>
  )
}
