import { useEffect, useState } from 'react';
import { serverConfig } from '../../live/server/api.ts';

type License = { readonly key: string | undefined };

async function ask(): Promise<License> {
  const answer = await serverConfig();
  return { key: (answer.ok ? answer.value.tldrawLicenseKey : null) ?? undefined };
}

let asked: Promise<License> | null = null;

/** The drawing editor's licence key as the operator set it, if any. Null until the server has answered or cannot. */
export function useLicenseKey(): License | null {
  const [license, setLicense] = useState<License | null>(null);
  useEffect(() => {
    let isHere = true;
    asked ??= ask();
    void asked.then((known) => {
      if (isHere) setLicense(known);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return license;
}
