// Preloaded into programs that drive a server started beside them: they begin when it answers.
const RETRY_MS = 200;
const url = `${process.env['SERVER_URL']}/health/ready`;

const isReady = async () => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
