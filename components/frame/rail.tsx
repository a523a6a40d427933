import { LanguageLinks } from '@/components/frame/language-links'
import type { FrameWords, LanguageChoice, NavGroup, ProjectChoice } from '@/components/frame/model'
import { Frozen } from '@/components/ui/frozen'

type Parts = {
  words: Pick<FrameWords, 'closeMenu' | 'navigation'>
  project?: ProjectChoice
  navigation: readonly NavGroup[]
  language: LanguageChoice
}

/**
 * Project switcher and navigation. On a wide screen a column; on a narrow one the browser's own popover, opened by the
 * menu button of the top bar: no script, closes on Esc, drawn once.
 */
export function Rail({
  opened = false,
  words: { closeMenu, navigation: label },
  ...shown
}: Parts & { opened?: boolean }) {
  const parts: Parts = { ...shown, words: { closeMenu, navigation: label } }
  return (
    <Frozen
      opened={opened}
      name={`rail ${JSON.stringify(parts)}`}
      element={{ tag: 'div', attributes: { className: 'rail', id: 'rail', popover: 'auto' } }}
      draw={() => <RailParts {...parts} />}
    />
  )
}

function RailParts({ words, project, navigation, language }: Parts) {
  return (
    <>
      <button
        type="button"
        className="button rail-close"
        data-kind="secondary"
        data-size="small"
        popoverTarget="rail"
        popoverTargetAction="hide"
      >
        {words.closeMenu}
      </button>
      <nav aria-label={words.navigation}>
        <Groups groups={navigation.filter((group) => !group.ofProject)} />
        {project?.current && <CurrentProject label={project.label} {...project.current} />}
        <Groups groups={navigation.filter((group) => group.ofProject)} />
        {project && project.others.length > 0 && <OtherProjects {...project} />}
      </nav>
      <LanguageLinks {...language} />
    </>
  )
}

function CurrentProject({ label, name, href }: { label: string; name: string; href: string }) {
  return (
    <div className="project-switcher">
      <p className="rail-label">{label}</p>
      <a className="project-name" href={href}>
        {name}
      </a>
    </div>
  )
}

function OtherProjects({ current, label, othersLabel, others }: ProjectChoice) {
  return (
    <>
      <p className="rail-label">{current ? othersLabel : label}</p>
      <ul className="project-others">
        {others.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Groups({ groups }: { groups: readonly NavGroup[] }) {
  return groups.map((group, index) => <Group key={group.label ?? `group ${index}`} {...group} />)
}

function Group({ label, links }: NavGroup) {
  return (
    <>
      {label && <p className="rail-label">{label}</p>}
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a className="rail-link" href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count && (
                <span className="count">
                  {link.count}
                  {link.countLabel && <span className="sr-only"> {link.countLabel}</span>}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
