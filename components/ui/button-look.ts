export type ButtonLook = {
  /** `primary`: the one main act of a page · `secondary`: everything else · `danger`: ends something · `danger-quiet`: offers to, in a row · `quiet`: in rows and bars · `link`: in a sentence. */
  variant?: 'primary' | 'secondary' | 'danger' | 'danger-quiet' | 'quiet' | 'link' | undefined
  size?: 'normal' | 'small' | undefined
  /** As wide as what holds it: sign-in cards, dialogs on a phone. */
  wide?: boolean | undefined
}

/** The attributes that make a button, or a link, look like one. */
export function buttonLook({ variant = 'secondary', size, wide }: ButtonLook) {
  return {
    className: 'button',
    'data-variant': variant,
    'data-size': size === 'small' ? 'small' : undefined,
    'data-wide': wide || undefined,
  }
}
