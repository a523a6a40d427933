import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { placeHere } from '@/app/(portal)/place'
import { projectsOf } from '@/app/(portal)/projects-here'
import { leave } from '@/app/(public)/sign-in/actions'
import { requestWords } from '@/app/locale'
import { signInAgainWords } from '@/components/access/security-words'
import { SessionWatch } from '@/components/access/session-watch'
import { SignInAgainFrame } from '@/components/access/sign-in-again'
import { SignOutForm } from '@/components/access/sign-out-form'
import { FrameKeys } from '@/components/frame/frame-keys'
import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { PortalFrame } from '@/components/frame/portal-frame'
import { navigation, periodChoice, personOf, projectChoice } from '@/components/projects/navigation'
import { searchWords } from '@/components/search/answer'
import { OnceSeed } from '@/components/ui/once'
import { requireViewerBeforeFactor } from '@/lib/access/session'
import { secondsUntilWarning } from '@/lib/access/sessions/ending/queries'
import { isOpened } from '@/lib/platform/requests'
import { version } from '@/lib/platform/version'

/** The shell. It shows what the viewer may open but decides nothing: every page and query asks for itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [viewer, t, head] = await Promise.all([requireViewerBeforeFactor(), requestWords(), headers()])
  const projects = await projectsOf(viewer)
  const place = await placeHere(viewer, head.get('x-path') ?? '/')
  const project = projects.find((p) => p.key === place.project) ?? null
  // The answer "not found" comes without markup: the frame goes along as data where that is known to be the answer.
  const missing = project === null && place.project !== null
  return (
    <OnceSeed seed={head.get('x-request-id') ?? ''}>
      <PortalFrame
        opened={isOpened(head) && !missing}
        words={frameWords(t)}
        homeHref="/"
        project={projectChoice(t, projects, project)}
        navigation={navigation(t, viewer, project, place)}
        period={periodChoice(t, project, place)}
        search={!viewer.awaits && <FrameKeys words={searchWords(t)} current={place.section === 'search'} />}
        language={languageChoice(t)}
        person={personOf(t, viewer, project)}
        signOut={<SignOutForm action={leave} label={t('access.signOut')} />}
        footer={{
          statement: (project ?? projects[0])?.programme.statement[t.locale] ?? t('public.statement'),
          accessibility: { label: t('public.accessibility.title'), href: '/accessibility' },
          version: version,
        }}
      >
        <SessionWatch first={secondsUntilWarning(viewer)} person={viewer.userId} />
        <SignInAgainFrame words={signInAgainWords(t)}>{children}</SignInAgainFrame>
      </PortalFrame>
    </OnceSeed>
  )
}
