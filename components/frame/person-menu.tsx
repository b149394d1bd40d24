import type { ReactNode } from 'react'
import { Address } from '#components/ui/address.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuLink, MenuSeparator } from '#components/ui/menu.tsx'
import type { Language } from '#lib/language.ts'
import { words } from './words.ts'

export type PersonMenuProps = {
  language: Language
  name: string
  email: string
  /** Only where the person may see it on the current account. */
  authorisationHref?: string | undefined
  profileHref: string
  helpHref: string
  /** Left out where there is just one place. */
  chooseHref?: string | undefined
  /** A form with a `MenuButton`: the other language. */
  languageSwitch?: ReactNode
  /** A form with a `MenuButton`: sign out. */
  signOut: ReactNode
}

/** Top right: who is signed in, and what is theirs. */
export function PersonMenu(props: PersonMenuProps) {
  const { language, name, email, authorisationHref, profileHref, helpHref } = props
  const { chooseHref, languageSwitch, signOut } = props
  const text = words[language]
  return (
    <Menu
      id="person-menu"
      label={text.personMenu(name)}
      triggerClass="person-button"
      trigger={
        <>
          <Avatar name={name} />
          <span className="person-name">{name}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      <div className="person-card">
        <span className="person-card-name">{name}</span>
        <span className="person-card-email">
          <Address>{email}</Address>
        </span>
      </div>
      <MenuSeparator />
      {authorisationHref && (
        <MenuLink href={authorisationHref} icon="key">
          {text.accountAuthorisation}
        </MenuLink>
      )}
      <MenuLink href={profileHref} icon="user">
        {text.myProfile}
      </MenuLink>
      {chooseHref && (
        <MenuLink href={chooseHref} icon="building">
          {text.chooseAccount}
        </MenuLink>
      )}
      <MenuLink href={helpHref} icon="info">
        {text.help}
      </MenuLink>
      {languageSwitch}
      <MenuSeparator />
      {signOut}
    </Menu>
  )
}
