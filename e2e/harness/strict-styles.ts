import type { Page } from '@playwright/test';

/** Gives pages the policy of the server without its inline styles, which the map of tldraw needs. */
export async function forbidInlineStyles(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    if (!policy.includes("style-src 'self' 'unsafe-inline'")) throw new Error(`another policy: ${policy}`);
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': policy.replace(" 'unsafe-inline'", '') },
    });
  });
}
