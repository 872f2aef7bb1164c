# Two stages: Debian 13 builds, a Debian 13 with the run-time libraries alone serves.
FROM debian:13-slim AS build
COPY . /src
WORKDIR /src
RUN bot/setup build \
 && cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DFAQBOT_TESTS=OFF \
 && cmake --build build --target faqbot \
 && strip build/faqbot \
 && bot/runtime-packages build/faqbot > build/runtime-packages

FROM debian:13-slim
COPY --from=build /src/build/runtime-packages /tmp/runtime-packages
RUN apt-get update \
 && xargs apt-get install -y --no-install-recommends tzdata < /tmp/runtime-packages \
 && rm -rf /var/lib/apt/lists/* /tmp/runtime-packages \
 && useradd --system --create-home --home-dir /var/lib/faqbot faqbot
COPY --from=build /src/build/faqbot /usr/local/bin/faqbot
COPY knowledge /usr/local/share/faqbot/knowledge
USER faqbot
ENV FAQBOT_LISTEN=0.0.0.0:8080 FAQBOT_KNOWLEDGE=/usr/local/share/faqbot/knowledge FAQBOT_DATA=/var/lib/faqbot
VOLUME /var/lib/faqbot
EXPOSE 8080
# The slim image has no HTTP client; bash can speak enough of it.
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q 200"]
ENTRYPOINT ["faqbot"]
CMD ["serve"]
