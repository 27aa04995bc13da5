/** Makes itself noticed on a phone that lies aside: it trembles where it can, and speaks Chinese where it has a voice. */
export function announce(text: string, aloud: boolean): void {
  navigator.vibrate?.([400, 200, 400]);
  if (!aloud || typeof speechSynthesis === 'undefined') return;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('zh'));
  if (!voice) return;
  const speech = new SpeechSynthesisUtterance(text);
  speech.voice = voice;
  speech.lang = voice.lang;
  speechSynthesis.speak(speech);
}
