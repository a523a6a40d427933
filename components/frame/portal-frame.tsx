import type { ReactNode } from 'react'
import { FrameFooter } from '@/components/frame/frame-footer'
import { FrozenLanguageLinks } from '@/components/frame/language-links'
import type {
  FooterProps,
  FrameWords,
  LanguageChoice,
  NavGroup,
  PeriodChoice,
  Person,
  ProjectChoice,
} from '@/components/frame/model'
import { PeriodSwitcher } from '@/components/frame/period-switcher'
import { PersonMenu } from '@/components/frame/person-menu'
import { Rail } from '@/components/frame/rail'
import { SkipLink } from '@/components/ui/skip-link'

type Props = {
  /** The page is being opened, not fetched as data by a page that is open already. */
  opened?: boolean
  words: FrameWords
  homeHref: string
  project?: ProjectChoice
  navigation: readonly NavGroup[]
  period?: PeriodChoice
  /** The way to the search. */
  search: ReactNode
  language: LanguageChoice
  person: Person
  /** The form with the sign-out button. */
  signOut: ReactNode
  footer: FooterProps
  children: ReactNode
}

/** Everything around a signed-in page: rail, top bar, footer. The page brings its breadcrumbs and its h1. */
export function PortalFrame({
  opened = false,
  words,
  homeHref,
  project,
  navigation,
  period,
  search,
  language,
  person,
  signOut,
  footer,
  children,
}: Props) {
  return (
    <div className="frame">
      <SkipLink label={words.skip} />
      <header className="top-bar">
        <button
          type="button"
          className="button menu-button"
          data-kind="secondary"
          data-size="small"
          popoverTarget="rail"
        >
          {words.menu}
        </button>
        <a className="product" href={homeHref} aria-label={words.home}>
          {words.product}
        </a>
        <div className="top-bar-tools">
          {period && <PeriodSwitcher opened={opened} {...period} />}
          {search}
          <FrozenLanguageLinks opened={opened} {...language} />
          <PersonMenu person={person} label={words.person} signOut={signOut} />
        </div>
      </header>
      <Rail opened={opened} words={words} project={project} navigation={navigation} language={language} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <FrameFooter opened={opened} {...footer} words={words} />
    </div>
  )
}
