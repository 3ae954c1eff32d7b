import published from '../templates/agenda-sample-06-sessions.json' with { type: 'json' };

/** The published sessions that the templates of agendas are: half-day, ninety minutes, network day. */
export const PUBLISHED_SESSIONS = published.sessions;
