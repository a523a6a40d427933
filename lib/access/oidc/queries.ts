import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { providerSignInAddress } from '@/lib/access/oidc/addresses'
import { sealLink } from '@/lib/access/oidc/flow'
import type { OwnProvider } from '@/lib/access/oidc/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** Where the viewer stands with the provider of the settings; null when there is none. */
export function findOwnProvider(viewer: Viewer): Promise<OwnProvider | null> {
  const { provider } = env()
  const { userId } = viewer
  if (provider === null || userId === null) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const own = await tx.user.findUnique({
      where: { id: userId },
      select: { oidcIssuer: true, passwordHash: true },
    })
    return {
      label: provider.label,
      linked: own?.oidcIssuer === provider.issuer,
      hasPassword: Boolean(own?.passwordHash),
      decidesRoles: provider.roles.length > 0,
      linkHref: linkAddress(viewer),
    }
  })
}

function linkAddress(viewer: Viewer): string | null {
  const { sessionId } = viewer
  if (sessionId === null || !signedInRecently(viewer, now())) return null
  return providerSignInAddress({ link: sealLink(sessionId) })
}
