import { classNames } from './class-names.ts'

const ring = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z'

// Drawn on a grid of 20 with a line of 1.5. A path may hold several strokes.
export const shapes = {
  'arrow-left': 'M16 10H4m5-5-5 5 5 5',
  'arrow-right': 'M4 10h12m-5-5 5 5-5 5',
  ban: `${ring}M5.2 5.2l9.6 9.6`,
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5M8.5 16.2a1.8 1.8 0 0 0 3 0',
  building:
    'M4.5 17V4.5A1 1 0 0 1 5.5 3.5h6a1 1 0 0 1 1 1V17m0-9h2a1 1 0 0 1 1 1v8M3 17h14M7.5 7h2m-2 3h2m-2 3h2',
  calendar:
    'M4.5 5h11a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm-1 3.8h13M7 3v3.5M13 3v3.5',
  check: 'M4.2 10.6l3.7 3.7 7.9-8.4',
  'check-circle': `${ring}M6.8 10.2l2.3 2.3 4.2-4.6`,
  'chevron-down': 'M5.5 8l4.5 4.5L14.5 8',
  'chevron-right': 'M8 5.5l4.5 4.5L8 14.5',
  'chevrons-up-down': 'M6.5 8L10 4.5 13.5 8m-7 4l3.5 3.5 3.5-3.5',
  clock: `${ring}M10 6v4.2l2.7 1.7`,
  copy: 'M8 7h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM13 4.5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1',
  cross: 'M5.2 5.2l9.6 9.6m0-9.6l-9.6 9.6',
  'cross-circle': `${ring}M7.6 7.6l4.8 4.8m0-4.8l-4.8 4.8`,
  download: 'M10 3.5v9m-4-4 4 4 4-4M4 16.5h12',
  edit: 'M4 16l.8-3.4 8.3-8.3a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2l-8.3 8.3zm8-10.5l2.6 2.6',
  exit: 'M8 16.5H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1h3M12.5 13.5 16 10l-3.5-3.5M16 10H8',
  external: 'M8 4.5H5a1 1 0 0 0-1 1V15a1 1 0 0 0 1 1h9.5a1 1 0 0 0 1-1v-3M11.5 3.5H16.5v5m0-5L9.5 10.5',
  eye: 'M2.5 10S5 4.8 10 4.8 17.5 10 17.5 10 15 15.2 10 15.2 2.5 10 2.5 10zM12.2 10a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0z',
  globe: `${ring}M3 10h14M10 3c2.2 2 3 4.3 3 7s-.8 5-3 7c-2.2-2-3-4.3-3-7s.8-5 3-7z`,
  history: 'M3.5 4.5v3.2h3.2M3.8 7.7A6.8 6.8 0 1 1 3.2 11M10 6.5v3.7l2.6 1.6',
  info: `${ring}M10 9.2v4M10 6.6v.1`,
  key: 'M16.5 7a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM10.5 9.5L4 16M6.2 13.8l2 2M8.4 11.6l1.5 1.5',
  link: 'M8.3 11.7a3 3 0 0 1 0-4.2l2.7-2.7a3 3 0 0 1 4.2 4.2l-1.3 1.3M11.7 8.3a3 3 0 0 1 0 4.2L9 15.2A3 3 0 0 1 4.8 11l1.3-1.3',
  lock: 'M6 9V6.8a4 4 0 0 1 8 0V9M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1z',
  mail: 'M4 5h12a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm-.7.9L10 11l6.7-5.1',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  pause: `${ring}M8.2 7.5v5M11.8 7.5v5`,
  phone:
    'M6.7 3.5l1.7 3.7-1.7 1.5a10 10 0 0 0 4.6 4.6l1.5-1.7 3.7 1.7v2.2a1 1 0 0 1-1.1 1A12.4 12.4 0 0 1 3.5 4.6a1 1 0 0 1 1-1.1z',
  pin: 'M12 3l5 5-1.6.6-3.2 3.2.1 2.9-1.2 1.2-7-7 1.2-1.2 2.9.1 3.2-3.2zM7.6 12.4L3.5 16.5',
  plus: 'M10 4v12M4 10h12',
  print:
    'M6 7.5v-4h8v4M6 13H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1h-2M6 11.5h8v5H6z',
  question: `${ring}M8 8a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1v.4M10 13.6v.1`,
  refresh: 'M16.5 4v3.8h-3.8M16.1 7.8A6.6 6.6 0 1 0 16.6 11',
  search: 'M14 8.7a5.3 5.3 0 1 1-10.6 0 5.3 5.3 0 0 1 10.6 0zM12.6 12.6l4 4',
  settings:
    'M3.5 6.5h7m4 0h2M3.5 13.5h2m4 0h7M14.5 6.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM9.5 13.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  shield: 'M10 3l6 2v4.5c0 3.7-2.5 6.3-6 7.5-3.5-1.2-6-3.8-6-7.5V5z',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 10a1 1 0 0 0 1 1h5.6a1 1 0 0 0 1-1l.7-10M8.5 8.5v5M11.5 8.5v5',
  user: 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM4 16.5c.4-3 2.8-4.5 6-4.5s5.6 1.5 6 4.5',
  users:
    'M10.5 7a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM2.5 16c.3-2.8 2.3-4.2 5.2-4.2s4.9 1.4 5.2 4.2M12.5 4.4a2.8 2.8 0 0 1 0 5.2M14.2 12.2c1.9.5 3.1 1.8 3.3 3.8',
  waiting: `${ring}M7 10h.1M10 10h.1M13 10h.1`,
  warning: 'M10 3.6l7 12.4H3zM10 8.2v3.6M10 13.9v.1',
} as const

export type IconName = keyof typeof shapes

type IconProps = {
  name: IconName
  /** 20 px beside headings and in notices, 16 px in rows and buttons. */
  size?: 16 | 20 | undefined
  className?: string | undefined
}

/** A small drawing beside words that say the same. Never alone, and silent for screen readers. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      className={classNames('icon', className)}
      data-icon={name}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
