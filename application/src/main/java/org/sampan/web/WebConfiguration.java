package org.sampan.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Joins the page system to Spring MVC.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final ObjectProvider<ScreenWriter> writer;
  private final ObjectProvider<Assets> assets;

  WebConfiguration(ObjectProvider<ScreenWriter> writer, ObjectProvider<Assets> assets) {
    this.writer = writer;
    this.assets = assets;
  }

  @Bean
  static TemplateEngine templateEngine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.sampan");
    engine.setTrimControlStructures(true);
    return engine;
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> writers) {
    writers.add(writer.getObject());
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/" + assets.getObject().version() + "/**")
        .addResourceLocations("classpath:/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
