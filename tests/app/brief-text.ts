/** A brief as a pipeline writes it, in both languages. */
export function briefText(title: string): string {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const outlet = slug.slice(0, 12).replace(/-$/, '');
  return `---
id: "${slug}"
title: "${title}"
source_name: "Outlet ${outlet}"
source_id: "outlet-${outlet}"
canonical_url: "https://outlet.example/${slug}"
language_original: "en"
date_published: "2026-06-20"
date_ingested: "2026-06-20T00:00:00Z"
summary_ko: "${title}에 관한 소식입니다. 자세한 내용은 곧 나옵니다."
summary_en: "${title}. It was said at a meeting, and more is to follow."
so_what_ko: "우리 계획에 미칠 영향을 살펴봐야 합니다."
so_what_en: "Plans for the year may have to change."
confidence: 0.8
---
`;
}

/** A zone in which it is about noon now. */
export function noonZone(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
