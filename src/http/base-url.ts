/** Matches the host names that mean the machine itself. */
export const loopback = /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/

/** Which rule a base URL breaks, after "must"; nothing where it can be used. Its own text stays unsaid: it may hold a password. */
export function baseUrlProblem(value: string | URL, allowInsecureHttp?: boolean): string | undefined {
  if (!URL.canParse(value)) return 'be a whole URL, like https://example.com'
  const { protocol, hostname, origin, pathname, href } = new URL(value)
  if (!/^https?:$/.test(protocol)) return `be http or https, not ${protocol}`
  if (!(protocol === 'https:' || allowInsecureHttp || loopback.test(hostname)))
    return 'be https, or allowInsecureHttp set'
  // Also where query and fragment are empty: a lone ? or # would swallow the path.
  if (href !== origin + pathname) return 'have no user, password, query and fragment'
  return undefined
}

/** A base URL that can be used, as paths are put behind it. */
export const withoutSlash = (value: string | URL) => String(new URL(value)).replace(/\/+$/, '')
