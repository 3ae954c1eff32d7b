import { currentLanguage, t } from '@coherence/words';
import { startWords } from '@coherence/words/browser';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepInputMethodKeys } from './frame/input-method.ts';
import { wantedLanguages } from './frame/language.ts';
import { watchPresses } from './frame/press.ts';
import { takeInviteOutOfAddress } from './frame/navigation.tsx';
import { tryDeviceStore } from './live/device/remembered.ts';
import { surviveTranslation } from './frame/translated-page.ts';
import './ui/tokens.css';

// Before anything is asked for or shown.
takeInviteOutOfAddress();
keepInputMethodKeys(window);
surviveTranslation(document);
tryDeviceStore();
watchPresses(window);

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

// No `await` here: with one, the entry is cut into parts that cost the first load 15 kB.
const { languages } = navigator;
void startWords(wantedLanguages({ search: location.search, languages })).then(() => {
  document.documentElement.lang = currentLanguage();
  document.title = t('shell.product');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
